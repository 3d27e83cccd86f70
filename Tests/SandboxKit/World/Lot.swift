/// A chance that falls the same way each time for the same numbers.
struct Lot {
    private let hundredth: Int

    init(_ numbers: Int...) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for number in numbers {
            state = (state ^ UInt64(bitPattern: Int64(number))) &* 0xBF58_476D_1CE4_E5B9
            state ^= state >> 29
        }
        hundredth = Int(state % 100)
    }

    func falls(in percent: Int) -> Bool { hundredth < percent }
}
