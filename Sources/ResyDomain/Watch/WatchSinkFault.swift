/// Why a sink did not take a message. Never its address, which is a secret.
package enum WatchSinkFault: Error, Sendable, Equatable {
    /// The address answered with that status, which is none of success.
    case status(Int)
    case unreachable
    case untrusted
    case late
    case notAllowed
    /// Of the program.
    case absent(path: String)
    case notAProgram(path: String)
    case anotherUsers(path: String)
    case openToOthers(path: String)
    case cannotStart(path: String)
    case tooSlow(path: String)
    case failed(path: String, status: Int)
}
