"""审批: an issue taken from submitting to print, the keys it is signed with, and proof of it."""
