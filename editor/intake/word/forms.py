"""Forms of lines in official documents (GB/T 9704—2012)."""

import re

DOCUMENT_NUMBER = re.compile(r"\s*[^\s，。]{1,20}\s*[〔\[（(【]\s*\d{4}\s*[〕\]）)】]\s*(?:第\s*)?\d{1,5}\s*号.{0,20}")
"""发文字号, e.g. 云政办发〔2026〕3号."""
DATE_LINE = re.compile(r"[\d〇○零一二三四五六七八九十]{4}\s*年.{1,5}月.{1,4}日|\d{4}[-./]\d{1,2}[-./]\d{1,2}")
"""成文日期 as a line of its own."""
