internal import LibC

/// A pipe, a socket or a file that somebody else reads, when they like.
struct Outlet: Sendable {
    /// So many bytes are taken at once by a pipe or a socket that is said to take some.
    private static let piece = 4096

    let descriptor: CInt

    /// Whether it takes a piece without a wait, or within so many milliseconds; less than none: however long it takes.
    func isReady(within milliseconds: CInt = 0) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&watched, 1, milliseconds) != 0
    }

    /// Writes as much as it takes at once; how much that was, or what `write(2)` says.
    func write(_ bytes: ArraySlice<UInt8>) -> Int {
        let piece = Array(bytes.prefix(Self.piece))
        return LibC.write(descriptor, piece, piece.count)
    }
}
