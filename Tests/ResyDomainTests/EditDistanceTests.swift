import Testing

@testable import ResyDomain

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("carbone", "carbone", 0), ("carbone", "carbonne", 1),
        ("carbone", "crabone", 1), ("carbone", "carbine", 1), ("carbone", "arbone", 1), ("kitten", "sitting", 3),
        ("ab", "ba", 1), ("abcd", "badc", 2), ("ca", "abc", 3),
    ])
    func countsTheSlips(left: String, right: String, distance: Int) {
        #expect(EditDistance.between(Array(left), Array(right)) == distance)
        #expect(EditDistance.between(Array(right), Array(left)) == distance)
    }
}
