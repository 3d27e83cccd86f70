/// Why a file could not be used; names the path and the system's reason, never the contents.
struct FileFault: Error, Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case absent, exists, denied, readOnly, full, notPlain, foreign
        /// What it holds is not what it should, or cannot be opened.
        case damaged
        case other(Int32)
    }

    var path: String
    var doing: String
    var kind: Kind
    var reason: String

    func explained() -> ResyError {
        let next: String =
            switch kind {
            case .absent: "Check --home and the disk."
            case .exists: "Try again."
            case .denied: "Check the owner and the modes of the folder, or use another with --home."
            case .readOnly: "The folder is read-only: use another with --home."
            case .full: "The disk is full: make room and try again."
            case .notPlain:
                "Move it away, or use another folder with --home: only plain files and folders are used here."
            case .foreign: "It belongs to another user: use a folder of your own with --home."
            case .damaged: "Restore it from a backup, or run `resy-mcp logout` and then `resy-mcp login`."
            case .other: "Run `resy-mcp doctor`."
            }
        return ResyError(.resyError, "\(doing) \(path) failed: \(reason).", hint: next)
    }
}
