extension TransferTrace {
    /// What a transfer cost, for the line that closes its trace. Times in milliseconds, each counted from the start.
    struct Measures: CustomStringConvertible {
        var version = "no HTTP"
        var isReused = false
        var lookup = 0.0, connect = 0.0, handshake = 0.0, firstByte = 0.0, total = 0.0
        var bytesSent = 0, bytesRead = 0, bodyBytes = 0

        var description: String {
            let times = [
                ("lookup", lookup), ("connect", connect), ("TLS", handshake), ("first byte", firstByte),
                ("total", total),
            ].map { "\($0) \(Self.rounded($1)) ms" }
            return "\(version), \(isReused ? "reused" : "new") connection, "
                + "\(times.joined(separator: ", ")), sent \(bytesSent) B, read \(bytesRead) B, body \(bodyBytes) B"
        }

        private static func rounded(_ milliseconds: Double) -> String {
            let tenths = Int((milliseconds * 10).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
    }
}
