extension WallClock {
    /// What `work` returns, or nil when that many seconds pass first: then the work is cancelled, and awaited.
    func limit<R: Sendable>(
        _ seconds: Double, _ work: @escaping @Sendable () async throws -> R
    ) async throws -> R? {
        try await withThrowingTaskGroup(of: R?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await sleep(seconds: seconds)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
