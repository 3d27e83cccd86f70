/// Why a file could not be used; names the path and the system's reason, never the contents.
package struct FileFault: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case absent, exists, denied, readOnly, full, notPlain, foreign
        /// What it holds is not what it should, or cannot be opened.
        case damaged
        case other(Int32)
    }

    /// What was being done with it.
    package enum Act: Sendable, Equatable {
        case reading, writing, removing, opening, using, locking, lookingAt, makingFolder, settingMode
    }

    package enum Reason: Sendable, Equatable {
        /// The system's own words.
        case system(String)
        case tooLarge(megabytes: Int)
        case notFolder
        case notPlainFile
        case noFile
        case linkToNowhere
        case anotherUsers
        /// The file would lie in it.
        case anotherUsersFolder
        case vanished
        case noKey
        case notOfItsKey
        case otherContents
        case keyMissing(path: String)
    }

    package var path: String
    package var act: Act
    package var kind: Kind
    package var reason: Reason

    package init(_ act: Act, _ path: String, _ kind: Kind, _ reason: Reason) {
        self.path = path
        self.act = act
        self.kind = kind
        self.reason = reason
    }
}
