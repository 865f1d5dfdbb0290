"""The screens of a cull. The only room that knows Textual; what culling does lies in `workflows.cull`, pictures in `pictures`."""
