@echo off
rem Starts Cadenza from a checkout; builds it first where it is missing. Needs a JDK (17 or later) and Maven (3.8 or later).
setlocal
set "ROOT=%~dp0"
if not exist "%ROOT%src\target\cadenza\bin\cadenza.cmd" (
    where mvn >nul 2>&1
    if errorlevel 1 (
        echo cadenza: Maven is missing; install it, 3.8 or later 1>&2
        exit /b 2
    )
    echo cadenza: building ^(about a minute; a few minutes the first time, while Maven fetches up to 200 MB^) ... 1>&2
    pushd "%ROOT%"
    call mvn -q -B -DskipTests package 1>&2
    if errorlevel 1 (
        popd
        exit /b 1
    )
    popd
)
call "%ROOT%src\target\cadenza\bin\cadenza.cmd" %*
