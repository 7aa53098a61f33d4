// Playwright's loader sets --password-store=basic for every app it starts; loaded after it, this leaves the choice to the desktop's name.
require('electron').app.commandLine.removeSwitch('password-store');
