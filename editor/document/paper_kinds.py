"""Every kind of paper that can be set."""

from editor.document.adoption_report import AdoptionReport
from editor.document.annual_index import AnnualIndex
from editor.document.papers import ApprovalForm, CheckReport, CollationList, KeyCard, NotesList
from editor.document.stat_report import StatReport

Paper = ApprovalForm | NotesList | KeyCard | CollationList | CheckReport | AnnualIndex | AdoptionReport | StatReport
