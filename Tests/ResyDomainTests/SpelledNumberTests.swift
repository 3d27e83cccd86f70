import Testing

@testable import ResyDomain

@Suite struct SpelledNumberTests {
    /// Each pair is one name.
    @Test(arguments: [
        ("21 Club", "Twenty One Club"), ("21 Club", "Twenty-One Club"), ("63 Clinton", "Sixty Three Clinton"),
        ("Sixty-Three Clinton", "63 Clinton"), ("1st Street Grill", "First Street Grill"),
        ("1st St Grill", "First Street Grill"),
        ("4 Horsemen", "The Four Horsemen"), ("Eleven Madison Park", "11 Madison Park"), ("425", "Four Twenty Five"),
        ("2nd Floor", "Second Floor"), ("42nd Street Oyster", "Forty Second Street Oyster"), ("Twelve Oaks", "12 Oaks"),
        ("Seventeen Main", "17 Main"), ("Twenty Third Street Deli", "23rd St. Deli"),
        ("100 Montaditos", "One Hundred Montaditos"),
        ("Ninety Nine", "99"), ("Fourth Avenue Cafe", "4th Ave Cafe"), ("Thirty Love", "30 Love"),
        ("Eleven Eleven", "11 11"),
        ("Nineteen Twenty", "19 20"), ("One Hundred and One Noodles", "101 Noodles"), ("Fifth", "5th"),
        ("30th Door", "Thirtieth Door"),
        ("Salt + Char", "Salt & Char"), ("Salt and Char", "Salt ＆ Char"), ("Salt n Char", "Salt ﹠ Char"),
        ("Salt＋Char", "Salt and Char"),
        ("Ｌｉｌｉａ　２１", "Lilia Twenty One"), ("Oʻle", "O'le"), ("Oʼle", "O’le"), ("Oʹle", "Ole"), ("Oʿle", "O‘le"),
        ("O`le", "O′le"),
        ("Oꞌle", "Ole"), ("O＇le", "O'le"), ("Ｏ．Ｎ．Ｅ．", "One"), ("Mt. Fuji", "Mount Fuji"),
        ("Bleecker St Pizza", "Bleecker Street Pizza"),
        ("Kauaʻi Grill", "Kauai Grill"), ("Hale ʻAina", "Hale 'Aina"), ("“Wine” Bar", "Wine Bar"),
        ("Catch-22", "Catch Twenty Two"),
    ])
    func twoSpellingsAreOneName(left: String, right: String) { #expect(FoldedName(left) == FoldedName(right)) }

    @Test(arguments: [
        ("21 Club", "22 Club"), ("63 Clinton", "36 Clinton"), ("First Street Grill", "Second Street Grill"),
        ("First Street", "1 Street"), ("Twenty One", "Twenty"), ("Tenth", "Ten"), ("Often", "Of10"),
    ])
    func otherNumbersAreOtherNames(left: String, right: String) { #expect(FoldedName(left) != FoldedName(right)) }

    @Test(
        arguments: [
            ("21 Club", "twenty one club"), ("Twenty One Club", "21 club"), ("63 Clinton", "sixty three clinton"),
            ("1st Street Grill", "first street grill"), ("40 Love", "forty love"), ("13 Coins", "thirteen coins"),
            ("20th Hole", "twentieth hole"), ("Carbone", nil), ("1803 House", nil), ("4 Horsemen", "four horsemen"),
            ("Eleven Madison Park", "11 madison park"), ("3th Floor", nil),
        ] as [(String, String?)])
    func aNumberHasAnotherSpelling(name: String, other: String?) {
        #expect(SpelledNumber.otherSpelling(of: name) == other)
    }
}
