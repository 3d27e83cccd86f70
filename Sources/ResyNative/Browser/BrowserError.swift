/// Why a browser could not be started or used. Holds nothing that a page said.
enum BrowserError: Error, Sendable, Equatable {
    enum StartFault: Sendable, Equatable {
        /// The system's reason.
        case notRun(String)
        /// It ended before it could be talked to.
        case ended(StartWords.Reason)
        case timedOut(seconds: Double)
        /// It announced an address that cannot be talked to.
        case mute
    }

    case didNotStart(StartFault, path: String)
    /// No answer to that method within its limit.
    case timedOut(method: String)
    case refused(method: String, code: Int)
    /// An answer that is not JSON, even after a repair.
    case garbled(method: String)
    /// The page could not be loaded: Chromium's name for why, such as `net::ERR_NAME_NOT_RESOLVED`.
    case unreachable(String)
    /// The script threw: the kind of error, such as `TypeError`.
    case scriptFailed(String)
    /// The page that the script was for has been left: a navigation is under way.
    case contextGone
    /// The page's process crashed.
    case crashed
    /// The page was closed, by a person for one.
    case closed
    /// The browser is gone.
    case ended

    /// What Chromium's refusal means; its words are compared and go no further.
    init(refusing method: String, code: Int, message: String) {
        switch (code, message) {
        case (-32001, _): self = .closed
        case (_, let words) where Self.ofLeftPages.contains(where: words.contains): self = .contextGone
        default: self = .refused(method: method, code: code)
        }
    }

    private static let ofLeftPages = [
        "Cannot find context", "Execution context was destroyed", "navigated or closed", "Promise was collected",
        "Cannot find default execution context",
    ]
}
