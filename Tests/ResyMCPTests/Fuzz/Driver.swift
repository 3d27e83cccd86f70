@testable import ResyDomain

#if FUZZING
    import Glibc

    /// libFuzzer's own entry, for programs that bring a `main`.
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    @_silgen_name("LLVMFuzzerMutate")
    private func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

    /// SwiftPM renames the program's `main` so. The target is named by the environment, which libFuzzer hands on to the
    /// programs that it starts to merge and to minimise.
    @_cdecl("fuzz_main")
    public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
        guard let target = getenv("FUZZ_TARGET").flatMap({ Target.named(String(cString: $0)) }) else {
            print("fuzz: FUZZ_TARGET is one of: \(Target.all.map(\.name).joined(separator: " "))")
            return 2
        }
        Run.target = target
        OwnThread.takeEveryTask()
        let words = (1..<Int(count)).compactMap { arguments[$0].map { String(cString: $0) } }
        // The first folder is libFuzzer's corpus, most of which leads into refusals; seeds are in the others.
        for folder in words.filter({ !$0.hasPrefix("-") }).dropFirst() {
            Run.seeds.formUnion(Seeds.read(folder))
        }
        atexit { Run.say() }
        var left = count
        var rest = arguments
        return runDriver(&left, &rest) { bytes, count in
            Run.executions += 1
            if Run.executions & 0x3FF == 0 { Run.sayNowAndThen() }
            let input = Array(UnsafeBufferPointer(start: bytes, count: count))
            if Run.target.decodes(input) {
                Run.decoded += 1
                if Run.seeds.remove(input) != nil { Run.understood.keep(input) } else { Run.understood.note(input) }
            }
            return 0
        }
    }

    /// libFuzzer is single-threaded, and so is all of this.
    enum Run {
        nonisolated(unsafe) static var target = Target.all[0]
        nonisolated(unsafe) static var executions = 0
        nonisolated(unsafe) static var decoded = 0
        /// Those that were not understood, or did not come yet.
        nonisolated(unsafe) static var seeds: Set<[UInt8]> = []
        nonisolated(unsafe) static var understood = Understood()
        nonisolated(unsafe) private static var lastSaid = time(nil)

        /// So that a run which is killed, or crashes, has told how far it came.
        static func sayNowAndThen() {
            guard time(nil) - lastSaid >= 15 else { return }
            lastSaid = time(nil)
            say()
        }

        static func say() {
            var used = rusage()
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used)
            print(
                "fuzz: \(target.name): \(executions) executions, \(decoded) decoded "
                    + "(\(decoded * 100 / max(1, executions)) %), "
                    + "\(used.ru_utime.tv_sec + used.ru_stime.tv_sec) s of CPU, \(used.ru_maxrss / 1024) MB at most")
            fflush(nil)
        }
    }

    /// Half of the inputs are changes of one that was understood. Of all, three in four keep JSON what it is, so that
    /// they reach behind its parser; the others are changes of bytes.
    @_cdecl("LLVMFuzzerCustomMutator")
    public func mutate(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
        var dice = Dice(seed: UInt64(seed))
        func write(_ input: [UInt8]) -> Int {
            for (index, byte) in input.prefix(limit).enumerated() { bytes[index] = byte }
            return min(input.count, limit)
        }
        var length = count
        if dice.roll(2) == 0, let base = Run.understood.any(&dice) { length = write(base) }
        if Run.target.isJSON, dice.roll(4) > 0 {
            let input = Array(UnsafeBufferPointer(start: bytes, count: length))
            let changed =
                Run.target.isLines
                ? JSONMutation.changeLine(input, with: Run.understood.any(&dice), &dice)
                : JSONMutation.change(input, &dice)
            if let changed, changed.count <= limit { return write(changed) }
        }
        return mutateBytes(bytes, length, limit)
    }
#endif
