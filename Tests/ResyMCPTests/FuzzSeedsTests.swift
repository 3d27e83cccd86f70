@testable import ResyDomain
import Foundation
import Testing

/// What `scripts/fuzz` begins with, and a few thousand changes of it, without its instrumentation: always the same ones.
@Suite(.timeLimit(.minutes(5))) struct FuzzSeedsTests {
    private static let changes = 400

    @Test(arguments: Target.all.map(\.name)) func isReadOrRefusedButNeverTraps(name: String) async throws {
        let target = try #require(Target.named(name))
        let seeds = Self.seeds(of: name)
        #expect(!seeds.isEmpty)
        let (ofSeeds, ofChanges) = await onThreadOfItsOwn {
            (seeds.filter(target.decodes).count, Self.changed(seeds, target).filter(target.decodes).count)
        }
        #expect(ofSeeds > 0)
        // Fewer, and the changes would test the parser of JSON alone.
        #expect(!target.isJSON || ofChanges * 10 >= Self.changes)
    }

    private static func changed(_ seeds: [[UInt8]], _ target: Target) -> [[UInt8]] {
        var dice = Dice(seed: 1)
        return (0..<changes).map { _ in
            var bytes = seeds[dice.roll(seeds.count)]
            for _ in 0...dice.roll(3) {
                let json = target.isJSON && dice.roll(4) > 0 ? JSONMutation.change(bytes, &dice) : nil
                bytes = json ?? spoiled(bytes, &dice)
            }
            return bytes
        }
    }

    private static func spoiled(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        guard !bytes.isEmpty else { return [UInt8(dice.roll(256))] }
        var bytes = bytes
        let place = dice.roll(bytes.count)
        switch dice.roll(5) {
        case 0: bytes[place] ^= 1 << UInt8(dice.roll(8))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(dice.roll(256)), at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes += bytes[place...]
        }
        return bytes
    }

    private static func seeds(of name: String) -> [[UInt8]] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
        return ["../ResyNativeTests/Fixtures/\(name)", "Fuzz/Seeds/\(name)"].flatMap { Seeds.read("\(tests)/\($0)") }
    }

    /// A target blocks until its reader is done, and readers need the pool that tests run on.
    private func onThreadOfItsOwn<R: Sendable>(_ work: @escaping @Sendable () -> R) async -> R {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}
