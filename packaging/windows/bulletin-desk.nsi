; The installer for Windows, of the folder that packaging/build.py makes there:
;   makensis -DVERSION=0.1.0 -DFOLDER=<dist\bulletin-desk> -DICONS=<resources\app> -DOUTPUT=<new .exe> bulletin-desk.nsi
; Installs for one user, without an administrator. Libraries, settings and exported files are never touched.
; The new file's name must not contain "setup": Windows then loads its compatibility shims into it.
; Compiles with NSIS 3 (Debian's makensis as well); not tried on Windows.

Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "简报编辑台"
!define ID "bulletin-desk"
!define DOCUMENT "BulletinDesk.Issue"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "Folder"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT License"

!define MUI_ICON "${ICONS}/bulletin-desk.ico"
!define MUI_UNICON "${ICONS}/bulletin-desk.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\bulletin-deskw.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开简报编辑台"

!insertmacro MUI_PAGE_LICENSE "${FOLDER}/_internal/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Windows does not let go of a program that runs: find out before anything is changed
!macro RefuseWhileOpen
  again_${__FUNCTION__}:
  IfFileExists "$INSTDIR\bulletin-deskw.exe" 0 free_${__FUNCTION__}
  ClearErrors
  FileOpen $0 "$INSTDIR\bulletin-deskw.exe" a
  IfErrors 0 close_${__FUNCTION__}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "简报编辑台正在运行。请关闭它的窗口，再点“重试”。" /SD IDCANCEL IDRETRY again_${__FUNCTION__}
  Abort
  close_${__FUNCTION__}:
  FileClose $0
  free_${__FUNCTION__}:
!macroend

; Only what the installer brought; a folder the user chose may hold other things
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\bulletin-desk.exe"
  Delete "$INSTDIR\bulletin-deskw.exe"
  Delete "$INSTDIR\bulletin-document.ico"
!macroend

Function RefuseWhileOpen
  !insertmacro RefuseWhileOpen
FunctionEnd

Function un.RefuseWhileOpen
  !insertmacro RefuseWhileOpen
FunctionEnd

Section "Install"
  Call RefuseWhileOpen
  ; parts of an older version must not stay beside the new ones
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  File "${ICONS}/bulletin-document.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\bulletin-deskw.exe"

  WriteRegStr HKCU "Software\Classes\.bulletin" "" "${DOCUMENT}"
  WriteRegStr HKCU "Software\Classes\${DOCUMENT}" "" "期刊包"
  WriteRegStr HKCU "Software\Classes\${DOCUMENT}\DefaultIcon" "" "$INSTDIR\bulletin-document.ico"
  WriteRegStr HKCU "Software\Classes\${DOCUMENT}\shell\open\command" "" '"$INSTDIR\bulletin-deskw.exe" open "%1"'

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "Software\${ID}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\bulletin-deskw.exe"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  Call un.RefuseWhileOpen
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.bulletin" ""
  ; another program may have taken the ending over meanwhile
  StrCmp $0 "${DOCUMENT}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.bulletin"
  DeleteRegKey HKCU "Software\Classes\${DOCUMENT}"
  DeleteRegKey HKCU "Software\${ID}"
  DeleteRegKey HKCU "${REMOVAL}"
  ${RefreshShellIcons}
SectionEnd
