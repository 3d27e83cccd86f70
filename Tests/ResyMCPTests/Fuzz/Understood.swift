@testable import ResyDomain

/// Inputs that were understood: all the seeds, and as many of the latest others, which stray from them a step at a time.
struct Understood {
    private static let limit = 64
    private var seeds: [[UInt8]] = []
    private var latest: [[UInt8]] = []
    private var next = 0

    mutating func keep(_ seed: [UInt8]) { seeds.append(seed) }

    mutating func note(_ input: [UInt8]) {
        guard latest.count == Self.limit else { return latest.append(input) }
        latest[next] = input
        next = (next + 1) % Self.limit
    }

    func any(_ dice: inout Dice) -> [UInt8]? {
        let kept = latest.isEmpty || dice.roll(2) == 0 && !seeds.isEmpty ? seeds : latest
        return kept.isEmpty ? nil : kept[dice.roll(kept.count)]
    }
}
