import Dispatch

@testable import ResyNative

/// Runs a task's jobs on the thread that waits for it: handing each input to a pool costs more than most readers do.
final class OwnThread: TaskExecutor {
    private let jobs = Lock<[UnownedJob]>([])
    private let news = DispatchSemaphore(value: 0)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        news.signal()
    }

    /// What the work ends with; nil where it throws.
    static func result<R: Sendable>(_ work: @escaping @Sendable () async throws -> R) -> R? {
        let thread = OwnThread()
        let end = Lock<R??>(nil)
        Task.detached(executorPreference: thread) {
            let result = try? await work()
            end.withLock { $0 = .some(result) }
        }
        while true {
            if let result = end.withLock({ $0 }) { return result }
            thread.news.wait()
            let job = thread.jobs.withLock { $0.removeFirst() }
            job.runSynchronously(on: thread.asUnownedTaskExecutor())
        }
    }
}
