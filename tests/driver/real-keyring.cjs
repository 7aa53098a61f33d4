// Playwright's loader sets --password-store=basic for every app it starts; loaded after it, this has the last word.
require('electron').app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
