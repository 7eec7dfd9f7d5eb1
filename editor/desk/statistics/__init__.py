"""统计, 采用通报 and 年度总目录: what a library's issues printed, counted and listed."""
