print("rolebook")
