@testable import ResyDomain
import Dispatch

@testable import ResyNative

#if FUZZING
    import Glibc
#endif

/// Runs a task's jobs on the thread that waits for it: handing each input to a pool costs more than most readers do.
final class OwnThread: TaskExecutor {
    private let jobs = Lock<[UnownedJob]>([])
    private let news = DispatchSemaphore(value: 0)

    func enqueue(_ job: consuming ExecutorJob) { add(UnownedJob(job)) }

    private func add(_ job: UnownedJob) {
        jobs.withLock { $0.append(job) }
        news.signal()
    }

    /// What the work ends with; nil where it throws.
    static func result<R: Sendable>(_ work: @escaping @Sendable () async throws -> R) -> R? {
        let thread = OwnThread()
        #if FUZZING
            everyTask = thread
        #endif
        let end = Lock<R??>(nil)
        Task.detached(executorPreference: thread) {
            let result = try? await work()
            end.withLock { $0 = .some(result) }
        }
        while true {
            thread.runAll()
            if let result = end.withLock({ $0 }) { return result }
            thread.news.wait()
        }
    }

    private func runAll() {
        while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    #if FUZZING
        nonisolated(unsafe) private static var everyTask: OwnThread?

        private typealias Enqueue = @convention(thin) (UnownedJob) -> Void
        private typealias Hook = @convention(thin) (UnownedJob, Enqueue) -> Void

        /// From now on, tasks that prefer no executor run there as well: the same input is the same run then.
        static func takeEveryTask() {
            guard let hook = dlsym(nil, "swift_task_enqueueGlobal_hook") else { return }
            hook.assumingMemoryBound(to: Optional<Hook>.self).pointee = { job, original in
                if let thread = OwnThread.everyTask { thread.add(job) } else { original(job) }
            }
        }
    #endif
}
