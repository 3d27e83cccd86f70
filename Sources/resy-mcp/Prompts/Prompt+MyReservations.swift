extension Prompt {
    static let myReservations = Prompt(
        name: "my_reservations",
        title: "My reservations",
        description: "What is booked, and until when it is free to cancel.",
        arguments: [],
        words: { _, _ in
            """
            Call my_reservations and tell me what I have booked on Resy. Begin with what is free to cancel until when, \
            soonest first. Change nothing.
            """
        })
}
