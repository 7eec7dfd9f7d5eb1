"""统计 in the window: a period counted by what one likes, drawn and saved; 采用通报 and 年度总目录 from there."""
