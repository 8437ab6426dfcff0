"""What speaks for and against a candidate: one sort of claim a file, each a class with the method `of`.

`linking.Linker` asks them all, in one order, and adds up what their claims weigh.
"""
