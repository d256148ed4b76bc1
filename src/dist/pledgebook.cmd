@echo off
rem Starts pledgebook with the runtime and the class cache packed beside it; needs no Java.
setlocal
chcp 65001 >nul
set "here=%~dp0"
set "cache=check"
set "compiler=-XX:TieredStopAtLevel=1"
if "%~1"=="year-end" set "cache=year-end" & set "compiler="
if "%~1"=="seal" set "cache=year-end" & set "compiler="
rem Who has no definitions of his own is judged by those packed with the program.
set "jobs=jobs"
if not exist jobs\ set "jobs=%here%jobs"
"%here%runtime\bin\java.exe" -XX:AOTCache="%here%cache\%cache%.aot" -XX:+UseSerialGC %compiler% --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dpledgebook.jobs=%jobs%" -cp "%here%lib\pledgebook-program.jar" pledgebook.Pledgebook %*
exit /b %errorlevel%
