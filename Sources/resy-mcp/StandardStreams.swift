internal import LibC

/// The three descriptors that a program starts with.
enum StandardStreams {
    /// Takes the numbers of those that the parent closed, before anything else is opened: a database or a socket would
    /// get them, and answers be written into it. Reading and writing there fails as it would without.
    static func fillGaps() {
        // In this order, for each new one gets the lowest free number.
        for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)] {
            guard fcntl(number, F_GETFD) < 0 else { continue }
            _ = open("/dev/null", mode)
        }
    }
}
