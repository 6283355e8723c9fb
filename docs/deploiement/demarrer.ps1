# Installe ce qu'il faut au premier lancement, puis ouvre le tableau de bord sur cet ordinateur.
# Clic droit, « Exécuter avec PowerShell », ou : powershell -ExecutionPolicy Bypass -File demarrer.ps1
$ErrorActionPreference = "Stop"
Set-Location (Resolve-Path (Join-Path $PSScriptRoot "..\.."))

$python = ".venv\Scripts\python.exe"
if (-not (Test-Path $python)) {
    py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))"
    if ($LASTEXITCODE -ne 0) {
        Write-Host "Python 3.11 ou plus récent est nécessaire : https://www.python.org/downloads/"
        exit 1
    }
    py -3 -m venv .venv
}

$temoin = ".venv\.installe"
$attendu = (Get-FileHash requirements.txt -Algorithm SHA256).Hash
if (-not (Test-Path $temoin) -or (Get-Content $temoin) -ne $attendu) {
    & $python -m pip install --quiet --disable-pip-version-check -r requirements.txt
    if ($LASTEXITCODE -ne 0) { Write-Host "L'installation a échoué."; exit 1 }
    Set-Content $temoin $attendu
}

$donnees = if ($env:PLIE_DONNEES) { $env:PLIE_DONNEES } else { "data" }
if (-not (Test-Path (Join-Path $donnees "snapshots"))) {
    & $python -m plie_metrics demo
    if ($LASTEXITCODE -ne 0) { exit 1 }
}
& $python -m streamlit run app.py
