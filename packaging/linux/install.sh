#!/bin/sh
# Puts the program into this user's menu, with its icons and the .bulletin files; lies beside the program in its folder.
#   sh install.sh            install, or move to where the folder now lies
#   sh install.sh --remove   take all of it out again; libraries and settings stay
set -eu

here=$(cd "$(dirname "$0")" && pwd)
program=$(dirname "$here")/bulletin-desk
data=${XDG_DATA_HOME:-$HOME/.local/share}
desktop=$data/applications/bulletin-desk.desktop
types=$data/mime/packages/bulletin-desk.xml
icons=$data/icons/hicolor/scalable
mime=application-vnd.bulletin-desk.issue+zip

refresh() {
    command -v update-desktop-database >/dev/null && update-desktop-database "$data/applications" || true
    command -v update-mime-database >/dev/null && update-mime-database "$data/mime" || true
    command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -qtf "$data/icons/hicolor" || true
}

if [ "${1:-}" = "--remove" ]; then
    rm -f "$desktop" "$types" "$icons/apps/bulletin-desk.svg" "$icons/mimetypes/$mime.svg"
    refresh
    echo "已从菜单里移除简报编辑台。刊库和设置都还在；程序的文件夹可以直接删除。"
    exit 0
fi

mkdir -p "$(dirname "$desktop")" "$(dirname "$types")" "$icons/apps" "$icons/mimetypes"
# a path with spaces or quotes must be quoted the way desktop files want it, and once more for sed
quoted=$(printf '%s' "$program" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
escaped=$(printf '"%s"' "$quoted" | sed -e 's/[\\&|]/\\&/g')
sed -e "s|^Exec=bulletin-desk|Exec=$escaped|" "$here/bulletin-desk.desktop" >"$desktop"
cp "$here/bulletin-desk.xml" "$types"
cp "$here/bulletin-desk.svg" "$icons/apps/"
cp "$here/bulletin-document.svg" "$icons/mimetypes/$mime.svg"
refresh
echo "简报编辑台已在菜单里，.bulletin 文件用它打开。"
