/// Why a browser could not be started or used. Holds nothing that a page said.
package enum BrowserError: Error, Sendable, Equatable {
    package enum StartFault: Sendable, Equatable {
        /// The system's reason.
        case notRun(String)
        /// It ended before it could be talked to.
        case ended(StartReason)
        case timedOut(seconds: Double)
        /// It announced an address that cannot be talked to.
        case mute
    }

    /// Why it ended before it could be talked to, as far as it said so.
    package enum StartReason: Sendable, Equatable {
        /// The kernel gives it no sandbox.
        case sandbox
        /// No display for its window.
        case display
        /// A library of the system is missing.
        case library
        case unknown
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
}
