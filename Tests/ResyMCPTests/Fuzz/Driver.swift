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

    /// SwiftPM renames the program's `main` so.
    @_cdecl("fuzz_main")
    public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
        guard count > 1, let name = arguments[1].map({ String(cString: $0) }), let target = Target.named(name) else {
            print("fuzz: the first argument is one of: \(Target.all.map(\.name).joined(separator: " "))")
            return 2
        }
        Run.target = target
        atexit {
            let share = Run.decoded * 100 / max(1, Run.executions)
            print("fuzz: \(Run.target.name): \(Run.executions) executions, \(Run.decoded) decoded (\(share) %)")
            fflush(nil)
        }
        // The target's name is not libFuzzer's business.
        arguments[1] = arguments[0]
        var left = count - 1
        var rest = arguments + 1
        return runDriver(&left, &rest) { bytes, count in
            Run.executions += 1
            let input = Array(UnsafeBufferPointer(start: bytes, count: count))
            if Run.target.decodes(input) { Run.decoded += 1 }
            return 0
        }
    }

    /// libFuzzer is single-threaded, and so is all of this.
    enum Run {
        nonisolated(unsafe) static var target = Target.all[0]
        nonisolated(unsafe) static var executions = 0
        nonisolated(unsafe) static var decoded = 0
    }

    /// Half of the changes keep JSON what it is, so that they reach behind the parser; the others are bytes.
    @_cdecl("LLVMFuzzerCustomMutator")
    public func mutate(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
        var dice = Dice(seed: UInt64(seed))
        if Run.target.isJSON, dice.roll(4) > 0 {
            let input = Array(UnsafeBufferPointer(start: bytes, count: count))
            if let changed = JSONMutation.change(input, &dice), changed.count <= limit {
                for (index, byte) in changed.enumerated() { bytes[index] = byte }
                return changed.count
            }
        }
        return mutateBytes(bytes, count, limit)
    }
#endif
