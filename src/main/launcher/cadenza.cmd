@echo off
rem Starts Cadenza from its distribution: bin\cadenza, with Java 17 or later.
setlocal
set "HERE=%~dp0.."
if defined JAVA_HOME (
    set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    set "JAVA=java.exe"
)
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo cadenza: Java is missing; install a JDK, 17 or later 1>&2
    exit /b 2
)
for %%j in ("%HERE%\lib\cadenza-app-*.jar") do set "APP=%%j"
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1
"%JAVA%" --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=error:stderr "-Dcadenza.distribution=%HERE%" -cp "%APP%" cadenza.cli.Main %*
