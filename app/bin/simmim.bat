@echo off
rem The launcher on Windows; see app/bin/simmim. Without arguments it opens the workbench, with
rem arguments it is the command line. Builds the project when it was never built; after a change
rem of the sources, run it once with SIMMIM_REBUILD=1.
setlocal EnableExtensions
for %%I in ("%~dp0..\..") do set "ROOT=%%~fI"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "JAVA_VERSION="
for /f "tokens=3" %%V in ('""%JAVA%" -XshowSettings:properties -version 2^>^&1" ^| findstr /c:"java.specification.version"') do set "JAVA_VERSION=%%V"
if not defined JAVA_VERSION (
  echo simmim: Java 17 or newer is needed: install a JDK and point JAVA_HOME at it. 1>&2
  exit /b 1
)
if "%JAVA_VERSION:~0,2%"=="1." set "JAVA_VERSION=8"
if %JAVA_VERSION% LSS 17 (
  echo simmim: Java %JAVA_VERSION% is too old: Java 17 or newer is needed. 1>&2
  exit /b 1
)

set "MODULE=core"
set "MAIN=io.simmim.core.cli.Main"
set "JARS=%ROOT%\core\target\core.jar"
if "%~1"=="" (
  set "MODULE=app"
  set "MAIN=io.simmim.workbench.Main"
  set "JARS=%ROOT%\app\target\app.jar;%ROOT%\core\target\core.jar"
)
if defined SIMMIM_REBUILD goto build
if exist "%ROOT%\%MODULE%\target\launch\" goto launch

:build
echo simmim: building, the first time takes a few minutes 1>&2
pushd "%ROOT%"
call mvn -q -B -pl %MODULE% -am package dependency:copy-dependencies -DincludeScope=runtime -DexcludeGroupIds=io.simmim -DoutputDirectory=target\launch -Dquick -Dmaven.test.skip=true
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
  echo simmim: the build failed; its output is above. 1>&2
  exit /b 1
)

:launch
set "FLAGS=-Djava.awt.headless=true "-Dsimmim.home=%ROOT%""
if "%MODULE%"=="core" set "FLAGS=%FLAGS% -XX:MaxNewSize=256m"
if %JAVA_VERSION% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
rem A wildcard, because the whole class path is longer than a command may be here.
"%JAVA%" %FLAGS% %SIMMIM_JAVA_OPTS% -cp "%JARS%;%ROOT%\%MODULE%\target\launch\*" %MAIN% %*
exit /b %ERRORLEVEL%
