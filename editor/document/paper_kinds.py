"""Every kind of paper that can be set."""

from editor.document.adoption_report import AdoptionReport
from editor.document.annual_index import AnnualIndex
from editor.document.papers import ApprovalForm, CheckReport, CollationList, KeyCard, NotesList

Paper = ApprovalForm | NotesList | KeyCard | CollationList | CheckReport | AnnualIndex | AdoptionReport
