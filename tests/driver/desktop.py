"""Stands in for a Linux desktop on the session bus: shows notifications and tray items, and acts on them as a hand would.

Takes one command as JSON per line and answers each with one line; what is notified comes as a line of its own.
"""

import json
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NOTIFICATIONS = "org.freedesktop.Notifications"
WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"
TIMEOUT_S = 5


def say(message):
    print(json.dumps(message), flush=True)


class Notifications(dbus.service.Object):
    def __init__(self, bus):
        self.name = dbus.service.BusName(NOTIFICATIONS, bus)
        super().__init__(bus, "/org/freedesktop/Notifications")
        self.count = 0

    @dbus.service.method(NOTIFICATIONS, out_signature="as")
    def GetCapabilities(self):
        return ["body", "body-markup", "actions"]

    @dbus.service.method(NOTIFICATIONS, out_signature="ssss")
    def GetServerInformation(self):
        return ("desktop", "Lanyard's tests", "1", "1.2")

    @dbus.service.method(NOTIFICATIONS, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, app, replaces, icon, summary, body, actions, hints, timeout):
        self.count += 1
        say({"notified": {"id": self.count, "title": str(summary), "body": str(body),
                          "actions": [str(one) for one in actions[::2]]}})
        return self.count

    @dbus.service.method(NOTIFICATIONS, in_signature="u")
    def CloseNotification(self, notification):
        self.NotificationClosed(notification, 3)

    @dbus.service.signal(NOTIFICATIONS, signature="us")
    def ActionInvoked(self, notification, action):
        pass

    @dbus.service.signal(NOTIFICATIONS, signature="uu")
    def NotificationClosed(self, notification, reason):
        pass

    def choose(self, notification, action):
        self.ActionInvoked(dbus.UInt32(notification), action)
        self.NotificationClosed(dbus.UInt32(notification), dbus.UInt32(2))


class Watcher(dbus.service.Object):
    def __init__(self, bus):
        self.bus = bus
        self.name = dbus.service.BusName(WATCHER, bus)
        super().__init__(bus, "/StatusNotifierWatcher")
        self.items = []
        bus.add_signal_receiver(self.on_owner, "NameOwnerChanged", "org.freedesktop.DBus")

    def on_owner(self, name, old, new):
        if new == "":
            self.items = [one for one in self.items if one[1] != name and one[0] != name]

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        self.items.append((str(service), str(sender)))

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return {"IsStatusNotifierHostRegistered": dbus.Boolean(True), "ProtocolVersion": dbus.Int32(0),
                "RegisteredStatusNotifierItems": dbus.Array([one[0] for one in self.items], "s")}[name]

    def proxy(self, path):
        if not self.items:
            return None
        return self.bus.get_object(self.items[-1][1], path, introspect=False)

    def item(self):
        found = self.proxy("/StatusNotifierItem")
        if found is None:
            return None
        known = dbus.Interface(found, PROPERTIES).GetAll(ITEM, timeout=TIMEOUT_S)
        pixmaps = known.get("IconPixmap", [])
        return {"tooltip": str(known["ToolTip"][2]) if "ToolTip" in known else "",
                "title": str(known.get("Title", "")), "menu": str(known.get("Menu", "")),
                "icon": [[int(one[0]), int(one[1]), bytes(one[2]).hex()] for one in pixmaps]}

    def menu(self):
        found = self.proxy(self.item()["menu"])
        return dbus.Interface(found, MENU), as_tree(
            dbus.Interface(found, MENU).GetLayout(0, -1, dbus.Array([], "s"), timeout=TIMEOUT_S)[1])

    def press(self, path):
        menu, entry = self.menu()
        for label in path:
            entry = next(one for one in entry["items"] if one["label"] == label)
        menu.Event(entry["id"], "clicked", dbus.Int32(0), dbus.UInt32(0), ignore_reply=True)

    def activate(self):
        dbus.Interface(self.proxy("/StatusNotifierItem"), ITEM).Activate(0, 0, timeout=TIMEOUT_S)


def as_tree(node):
    entry, about, children = node
    return {"id": int(entry), "label": str(about.get("label", "")), "enabled": bool(about.get("enabled", True)),
            "separator": about.get("type") == "separator", "items": [as_tree(one) for one in children]}


def main():
    DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    notifications = Notifications(bus)
    watcher = Watcher(bus) if "--tray" in sys.argv else None
    loop = GLib.MainLoop()
    actions = {
        "choose": lambda given: notifications.choose(given["id"], given["action"]),
        "item": lambda given: watcher.item(),
        "menu": lambda given: watcher.menu()[1]["items"],
        "press": lambda given: watcher.press(given["path"]),
        "activate": lambda given: watcher.activate(),
    }

    def on_line(source, condition):
        line = source.readline()
        if line == "":
            loop.quit()
            return False
        given = json.loads(line)
        try:
            say({"answer": actions[given["do"]](given)})
        except Exception as error:
            say({"failed": f"{given}: {error!r}"})
        return True

    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_line)
    say({"ready": True})
    loop.run()


main()
