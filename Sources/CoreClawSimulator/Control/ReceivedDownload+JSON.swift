extension ReceivedDownload {
    var json: JSON {
        [
            "request": request.json,
            "status": .integer(Int64(status)),
            "credentials": .array(credentials.map(JSON.string)),
        ]
    }
}
