internal import ResyDomain
internal import ResyNative

/// The browser that signs in.
extension Voice {
    func text(_ finding: BrowserFinding) -> String {
        switch finding {
        case .error(let error): text(error)
        case .configuredIsMissing(let path):
            "The configured browser \(path) is not there, or is not a program that may be run."
        case .none(let names, let folders):
            "No browser was found to sign in with: looked for \(names.joined(separator: ", ")) in "
                + folders.joined(separator: ", ") + "."
        case .noFolder(let path, let reason): "The browser has no folder to work in: \(path): \(text(reason))."
        }
    }

    private func text(_ error: BrowserError) -> String {
        switch error {
        case .didNotStart(let fault, let path): "The browser \(path) \(text(fault))."
        case .unreachable(let reason): "The browser could not load the page: \(reason)."
        case .crashed, .ended: "The browser ended in the middle of signing in."
        case .closed: "The browser's window was closed before signing in was done."
        case .timedOut(let method): failed(": no answer to \(method) in time")
        case .refused(let method, let code): failed(": \(method) was refused (\(code))")
        case .garbled(let method): failed(": the answer to \(method) cannot be read")
        case .scriptFailed(let kind): failed(": a script on the page ended with \(kind)")
        case .contextGone: failed("")
        }
    }

    private func failed(_ place: String) -> String { "The browser did not do what signing in needs\(place)." }

    private func text(_ fault: BrowserError.StartFault) -> String {
        switch fault {
        case .notRun(let reason): "could not be run: \(reason)"
        case .ended(.sandbox): "ended at once: the system gives its sandbox no namespaces"
        case .ended(.display): "found no display for its window"
        case .ended(.library): "misses a library of the system"
        case .ended(.unknown): "ended at once"
        case .timedOut(let seconds): "was not ready after \(Int(seconds)) seconds"
        case .mute: "started but cannot be talked to"
        }
    }

    // MARK: - What to do

    func text(_ advice: BrowserAdvice) -> String {
        switch advice {
        case .mendStart(let fault, let path): fix(fault, path)
        case .checkWay:
            either("Ask the user to check", "Check") + " the connection, the proxy and --web-url, then try again."
        case .giveMemory: "Try again; it needs about 450 MB of memory. The password is kept as it is."
        case .leaveWindowOpen:
            either(
                "Try again, and ask the user to leave the window open; it closes by itself.",
                "Try again and leave the window open; it closes by itself.")
        case .updateBrowser:
            either(
                "Try again; if it stays so, the user can update the browser, or name another with --chromium where the "
                    + "server is started.",
                "Try again; if it stays so, update the browser, or name another with --chromium.")
        case .nameOneOrNone:
            either("The user can give", "Give")
                + " the path of Chromium or Chrome with --chromium or RESY_CHROMIUM, or leave it out: the usual names are "
                + "found by themselves."
        case .install:
            either("The user can install", "Install")
                + " one (`apt-get install chromium` on Debian, or Google Chrome), or give its path with "
                + "--chromium or RESY_CHROMIUM."
        case .makeRoom(let folder):
            either("Ask the user to make", "Make")
                + " room in \(folder), or set TMPDIR to a folder that can be written to."
        }
    }

    private func fix(_ fault: BrowserError.StartFault, _ path: String) -> String {
        switch fault {
        case .notRun: "\(nameAnother)."
        case .ended(.sandbox):
            either("The user can allow", "Allow") + " unprivileged user namespaces on this system or container, or "
                + "install Google Chrome, which brings a sandbox helper of its own."
        case .ended(.display):
            either("The user can run", "Run") + " it on a desktop, or sign in without a window."
        case .ended(.library):
            either("The user can install", "Install") + " it from the system's packages: `apt-get install chromium`."
        case .ended(.unknown):
            either(
                "Ask the user to run `\(path) --version` in a terminal, or to name another browser with --chromium where "
                    + "the server is started.",
                "Run `\(path) --version` by hand, or name another browser with --chromium.")
        case .timedOut: "Try again when the machine is less busy."
        case .mute:
            either(
                "The user can update it, or name another browser with --chromium where the server is started.",
                "Update it, or name another browser with --chromium.")
        }
    }

    private var nameAnother: String {
        either(
            "The user can name another browser with --chromium where the server is started",
            "Name another browser with --chromium")
    }
}
