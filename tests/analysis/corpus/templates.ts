import type { Template } from './template.ts';
import { airline } from './templates/airline.ts';
import { bankFraud } from './templates/bank_fraud.ts';
import { brokenLift } from './templates/broken_lift.ts';
import { clinic } from './templates/clinic.ts';
import { energyBill } from './templates/energy_bill.ts';
import { foodOrder } from './templates/food_order.ts';
import { fullHotel } from './templates/full_hotel.ts';
import { gymMembership } from './templates/gym_membership.ts';
import { insuranceClaim } from './templates/insurance_claim.ts';
import { lateParcel } from './templates/late_parcel.ts';
import { marketplace } from './templates/marketplace.ts';
import { publicPost } from './templates/public_post.ts';
import { rentalCar } from './templates/rental_car.ts';
import { schoolBus } from './templates/school_bus.ts';
import { softwareSupport } from './templates/software_support.ts';
import { telecomsOutage } from './templates/telecoms_outage.ts';
import { townHall } from './templates/town_hall.ts';

/** All templates. A new one goes to the end, since its place is the seed of its choices. */
export const TEMPLATES: readonly Template[] = [
  lateParcel,
  bankFraud,
  fullHotel,
  energyBill,
  insuranceClaim,
  clinic,
  airline,
  telecomsOutage,
  marketplace,
  townHall,
  brokenLift,
  foodOrder,
  gymMembership,
  publicPost,
  rentalCar,
  schoolBus,
  softwareSupport,
];
