extension BrowserError {
    /// For the person who signs in.
    func explained() -> ResyError {
        switch self {
        case .didNotStart(let fault, let path): fault.explained(path)
        case .unreachable(let reason):
            ResyError(
                .network, "The browser could not load the page: \(reason).",
                hint: "Check the connection, the proxy and --web-url, then try again.")
        case .crashed, .ended:
            ResyError(
                .signInBlocked, "The browser ended in the middle of signing in.",
                hint: "Try again; it needs about 450 MB of memory. The password is kept as it is.")
        case .closed:
            ResyError(
                .signInBlocked, "The browser's window was closed before signing in was done.",
                hint: "Try again and leave the window open; it closes by itself.")
        case .timedOut, .refused, .garbled, .scriptFailed, .contextGone:
            ResyError(
                .signInBlocked, "The browser did not do what signing in needs\(place).",
                hint: "Try again; if it stays so, update the browser, or name another with --chromium.")
        }
    }

    private var place: String {
        switch self {
        case .timedOut(let method): ": no answer to \(method) in time"
        case .refused(let method, let code): ": \(method) was refused (\(code))"
        case .garbled(let method): ": the answer to \(method) cannot be read"
        case .scriptFailed(let kind): ": a script on the page ended with \(kind)"
        default: ""
        }
    }
}

extension BrowserError.StartFault {
    fileprivate func explained(_ path: String) -> ResyError {
        let (what, next): (String, String) =
            switch self {
            case .notRun(let reason): ("could not be run: \(reason)", "Name another browser with --chromium.")
            case .ended(.sandbox):
                (
                    "ended at once: the system gives its sandbox no namespaces",
                    "Allow unprivileged user namespaces on this system or container, or "
                        + "install Google Chrome, which brings a sandbox helper of its own."
                )
            case .ended(.display):
                ("found no display for its window", "Run it on a desktop, or sign in without a window.")
            case .ended(.library):
                ("misses a library of the system", "Install it from the system's packages: `apt-get install chromium`.")
            case .ended(.unknown):
                ("ended at once", "Run `\(path) --version` by hand, or name another browser with --chromium.")
            case .timedOut(let seconds):
                ("was not ready after \(Int(seconds)) seconds", "Try again when the machine is less busy.")
            case .mute: ("started but cannot be talked to", "Update it, or name another browser with --chromium.")
            }
        return ResyError(.signInBlocked, "The browser \(path) \(what).", hint: next)
    }
}
