"""Plays conversations against compiled Poise playbooks. Written from docs/format.md and the JSON Schemas alone."""

from .conversation import Conversation
from .documents import Document, Problem, load
from .playbooks import Playbooks

__all__ = ['Conversation', 'Document', 'Playbooks', 'Problem', 'load']
