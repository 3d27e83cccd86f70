extension VenueCast {
    /// So many more of one kind, each with so many slots a day, in a spiral around the middle of a city.
    package static func crowd(
        _ count: Int, slots: Int = 150, cuisine: String = "Italian", in city: City = .newYork
    ) -> [Venue] {
        (0..<max(0, count)).map { number in
            let id = 200_001 + number
            let rows = max(1, (slots + 24) / 25)
            let seatings = (0..<rows).map { row in
                let times = Seating.every(15, from: 1700, to: 2300).prefix(min(25, slots - row * 25))
                let terms: Terms = row % 3 == 1 ? .cardHold(Double(10 + number % 5 * 10)) : .free
                return Seating("Room \(row + 1)", template: id * 100 + row, times: Array(times), terms: terms)
            }
            return venue(
                id, "Crowded House \(number + 1)", slug: "crowded-house-\(number + 1)", cuisine, in: city, "Midtown",
                seatings
            ) {
                $0.latitude = city.latitude + Double(number % 41 - 20) / 1000
                $0.longitude = city.longitude + Double(number * 7 % 41 - 20) / 1000
                $0.address = "\(number + 1) Crowd St"
                $0.rating = 3.5 + Double(number % 15) / 10
                $0.price = number % 4 + 1
            }
        }
    }
}
