@echo off
rem Starts the desk; with a subcommand, the command line. Made by the build from packaging/launcher.
setlocal
set "DESK=%~dp0.."
set "JAVA=@JAVA_HOME@\bin\java.exe"
if exist "%JAVA%" goto found
if not defined JAVA_HOME goto needs
set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" goto needs
:found
set CACHE=
if exist "%DESK%\lib\desk.aot" set CACHE="-XX:AOTCache=%DESK%\lib\desk.aot"
"%JAVA%" %CACHE% -Xlog:disable -Xlog:all=error,aot*=off,cds*=off:stderr --module-path "%DESK%\fx" @JVM_FLAGS@ %MODERATION_DESK_JAVA_OPTIONS% -classpath "%DESK%\lib\*" @MAIN@ %*
exit /b %ERRORLEVEL%
:needs
echo Moderation Desk needs a JDK 25 or newer. Set JAVA_HOME to the folder of one. 1>&2
exit /b 2
