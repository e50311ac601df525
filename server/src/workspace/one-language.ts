import { DefaultServiceRegistry, type LangiumCoreServices, type URI } from 'langium';

/**
 * Which language a file is in. There is but one: a document that we have is a playbook, also when the editor that called it one has just closed it, and nothing
 * else says so any more.
 */
export class OneLanguage extends DefaultServiceRegistry {
  override getServices(uri: URI): LangiumCoreServices {
    try {
      return super.getServices(uri);
    } catch (error) {
      const [playbook] = this.all;
      if (!playbook) throw error;
      return playbook;
    }
  }

  /** Whether that is said of the file: by its name, or by the editor that has it open. */
  override hasServices(uri: URI): boolean {
    try {
      super.getServices(uri);
      return true;
    } catch {
      return false;
    }
  }
}
