/// Where the message of a watch goes.
package enum WatchSink: String, Sendable, CaseIterable {
    /// A line on standard output.
    case line
    /// A POST to an address of the diner's.
    case address
    /// A program of the diner's, on its standard input.
    case program
}
