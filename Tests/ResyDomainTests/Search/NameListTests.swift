import Testing

@testable import ResyDomain

@Suite struct NameListTests {
    @Test(arguments: [
        ("Carbone, Don Angie", ["Carbone", "Don Angie"]), ("Carbone; Lilia, and Semma", ["Carbone", "Lilia", "Semma"]),
        ("Carbone or Don Angie", ["Carbone", "Don Angie"]), ("Smith, Jones & Co", ["Smith", "Jones & Co"]),
    ])
    func severalNamesInOneText(text: String, names: [String]) {
        #expect(NameList(text)?.names == names)
    }

    @Test(arguments: [
        "Carbone", "Joe's, Chicago", "Resy venue 5, West Village, New York", "Bread and Butter", "", ", ,",
    ])
    func oneName(text: String) {
        #expect(NameList(text) == nil)
    }
}
