/// What is so of the browser that signs in.
package enum BrowserFinding: Sendable, Equatable {
    case error(BrowserError)
    /// The one that was named is no program that may be run.
    case configuredIsMissing(path: String)
    case none(names: [String], folders: [String])
    case noFolder(path: String, FileFault.Reason)
}

/// What to do about the browser.
package enum BrowserAdvice: Sendable, Equatable {
    case mendStart(BrowserError.StartFault, path: String)
    case checkWay
    case giveMemory
    case leaveWindowOpen
    case updateBrowser
    case nameOneOrNone
    case install
    case makeRoom(folder: String)
}
