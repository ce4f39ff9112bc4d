"""Settings and news of MediaConvert, held to the model that boto3 itself checks requests and answers with."""
